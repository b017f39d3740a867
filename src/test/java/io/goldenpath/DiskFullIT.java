package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.history.store.DatabaseAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the history's file runs full under load, and gets space again. */
class DiskFullIT {

  @Test
  void stopsNothingElseAndMissesNoRun(@TempDir Path folder) throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "8m");
        MonitorUnderLoad monitor =
            MonitorUnderLoad.start(
                folder,
                DatabaseAddress.file(disk.folder().resolve("history")),
                "--goldenpath.data=" + disk.folder())) {
      disk.fill();
      monitor.goesOnWithoutIt("No space left");

      disk.makeSpace();
      monitor.missesNothingAfterwards();
      assertThat(disk.folder()).isDirectoryNotContaining("glob:**damaged**");
    }
  }
}
