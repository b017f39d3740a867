package io.goldenpath.history.store;

import io.goldenpath.model.target.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of its own that can be stopped, and started again with what it holds. */
public final class StoppableServer implements AutoCloseable {

  private final EmbeddedPostgres.Builder builder;
  private EmbeddedPostgres server;

  private StoppableServer(EmbeddedPostgres.Builder builder) throws IOException {
    this.builder = builder;
    this.server = builder.start();
    builder.setPort(server.getPort());
  }

  public static StoppableServer start(Path folder) throws IOException {
    return TestDatabase.unlessMissing(() ->
        new StoppableServer(
            EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(1))));
  }

  public DatabaseAddress address() {
    return DatabaseAddress.server(
        server.getJdbcUrl("postgres", "postgres"), "postgres", Secret.of("postgres"));
  }

  /** Ends all its connections. */
  public void stop() throws IOException {
    server.close();
  }

  public void restart() throws IOException {
    server = builder.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
