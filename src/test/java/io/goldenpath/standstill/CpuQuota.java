package io.goldenpath.standstill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A control group of this machine whose processes share a part of one core. */
final class CpuQuota implements AutoCloseable {

  private static final Path V1 = Path.of("/sys/fs/cgroup/cpu");
  private static final Path V2 = Path.of("/sys/fs/cgroup");
  private static final int PERIOD_MICROS = 100_000;

  private final Path group;

  private CpuQuota(Path group) {
    this.group = group;
  }

  /** Skips the test where this user may make no such group. */
  static CpuQuota ofCore(double share) throws IOException {
    long micros = Math.round(share * PERIOD_MICROS);
    try {
      boolean v1 = Files.exists(V1.resolve("cpu.cfs_quota_us"));
      Path group =
          Files.createDirectory(
              (v1 ? V1 : V2).resolve("goldenpath-" + ProcessHandle.current().pid()));
      if (v1) {
        Files.writeString(group.resolve("cpu.cfs_quota_us"), String.valueOf(micros));
      } else {
        Files.writeString(group.resolve("cpu.max"), micros + " " + PERIOD_MICROS);
      }
      return new CpuQuota(group);
    } catch (IOException refused) {
      return abort("no control group with a quota of processor time can be made: " + refused);
    }
  }

  /** The beginning of a command that is to run in the group. */
  List<String> command() {
    return List.of(
        "sh", "-c", "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"", "sh");
  }

  String throttling() throws IOException {
    return Files.readString(group.resolve("cpu.stat")).replace('\n', ' ');
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
