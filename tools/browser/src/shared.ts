/**
 * What most of the book's scripts use. The bundler makes a file for each set of scripts that share a
 * module, and each page would wait for six files of a few lines; this one is put into all of them
 * (build.mjs), so that its modules are one file.
 */
import "./copying";
import "./elements";
import "./explainer/embedded";
import "./kept/download";
import "./kept/news";
import "./practice/state";
import "./questions/mixed";
import "./reading";
import "./run/dom";
import "./run/program";
import "./run/share";
