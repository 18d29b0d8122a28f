char text[] = "abcdefgh";
