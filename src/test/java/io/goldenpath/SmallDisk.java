package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of a few megabytes that can be full; only root may have one. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** The test is skipped where nothing can be mounted, and fails where CI is true. */
  static SmallDisk mount(Path folder, String size) throws IOException {
    Files.createDirectory(folder);
    String mount = InstalledTool.path("mount", "mount").toString();
    String refused = run(mount, "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    if (!refused.isEmpty()) {
      InstalledTool.unavailable("no disk can be mounted here: " + refused);
    }
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  /** To the last byte. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast())) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  void makeSpace() throws IOException {
    Files.delete(ballast());
  }

  @Override
  public void close() throws IOException {
    run("umount", folder.toString());
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.onExit().orTimeout(10, TimeUnit.SECONDS).join().exitValue();
    return code == 0 ? "" : text.strip() + " (" + code + ")";
  }
}
