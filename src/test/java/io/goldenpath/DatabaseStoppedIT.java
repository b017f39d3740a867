package io.goldenpath;

import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.StoppableServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is stopped under load, and started again. */
class DatabaseStoppedIT {

  @Test
  void stopsNothingElseAndMissesNoRun(@TempDir Path folder) throws Exception {
    try (StoppableServer server = StoppableServer.start(folder.resolve("postgres"));
        MonitorUnderLoad monitor = start(folder, server.address())) {
      server.stop();
      monitor.goesOnWithoutIt("Connection to localhost");

      server.restart();
      monitor.missesNothingAfterwards();
    }
  }

  private static MonitorUnderLoad start(Path folder, DatabaseAddress address) throws Exception {
    return MonitorUnderLoad.start(
        folder,
        address,
        "--spring.datasource.url=" + address.url(),
        "--spring.datasource.username=" + address.username(),
        "--spring.datasource.password=" + address.password().reveal());
  }
}
