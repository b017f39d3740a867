package io.goldenpath.sizing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A control group of this machine whose processes share so much memory, as those of a pod do. */
final class MemoryLimit implements AutoCloseable {

  private static final Path V1 = Path.of("/sys/fs/cgroup/memory");
  private static final Path V2 = Path.of("/sys/fs/cgroup");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Path group;
  private final boolean v1;

  private MemoryLimit(Path group, boolean v1) {
    this.group = group;
    this.v1 = v1;
  }

  /** Skips the test where this user may make no such group. */
  static MemoryLimit of(int mebibytes) throws IOException {
    boolean v1 = Files.exists(V1.resolve("memory.limit_in_bytes"));
    String name = "goldenpath-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    try {
      Path group = Files.createDirectory((v1 ? V1 : V2).resolve(name));
      Files.writeString(
          group.resolve(v1 ? "memory.limit_in_bytes" : "memory.max"),
          String.valueOf((long) mebibytes << 20));
      return new MemoryLimit(group, v1);
    } catch (IOException refused) {
      return abort("no control group with a limit of memory can be made: " + refused);
    }
  }

  /** The beginning of a command that is to run in the group. */
  List<String> command() {
    return List.of(
        "sh", "-c", "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"", "sh");
  }

  /** Bytes that the kernel cannot take back: those of no file, and its own. */
  long resident() throws IOException {
    return v1
        ? statistic("rss"::equals)
            + Long.parseLong(Files.readString(group.resolve("memory.kmem.usage_in_bytes")).strip())
        : statistic(List.of("anon", "kernel")::contains);
  }

  private long statistic(Predicate<String> name) throws IOException {
    return Files.readAllLines(group.resolve("memory.stat")).stream()
        .map(line -> line.split(" "))
        .filter(line -> name.test(line[0]))
        .mapToLong(line -> Long.parseLong(line[1]))
        .sum();
  }

  /** The kernel lets go of a process a little later than it ends. */
  @Override
  public void close() {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(() -> Files.deleteIfExists(group));
  }
}
