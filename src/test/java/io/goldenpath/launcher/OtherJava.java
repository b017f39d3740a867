package io.goldenpath.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A Java that says that it is of another version than the one of this test, which it runs. */
record OtherJava(Path home) {

  static OtherJava of(String version, Path home) throws IOException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    executable(bin.resolve("java"), "exec '" + java + "' \"$@\"");
    return new OtherJava(home);
  }

  /** A folder for PATH with what the launcher uses, and this Java. */
  String path() throws IOException {
    for (String tool : new String[] {"cat", "dirname", "readlink", "sed"}) {
      executable(home.resolve("bin").resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
    }
    return home.resolve("bin").toString();
  }

  private static void executable(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
