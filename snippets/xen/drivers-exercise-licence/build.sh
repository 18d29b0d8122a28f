headers=/usr/src/$(dpkg-query -W -f '${Depends}' linux-headers-amd64 |
    cut -d ' ' -f 1)

make -C "$headers" M="$PWD" modules >log 2>&1 || true
sed -n "s|$PWD/||; s/^ERROR: modpost: //p" log
