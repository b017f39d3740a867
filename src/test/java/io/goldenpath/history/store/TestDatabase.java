package io.goldenpath.history.store;

import static org.junit.jupiter.api.Assumptions.abort;

import io.goldenpath.model.target.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The databases that a history may be kept in, each as real as in operation. */
public enum TestDatabase {
  H2_FILE,
  H2_MEMORY,
  POSTGRESQL;

  /** An empty database of this kind. */
  public DatabaseAddress create(Path folder) {
    String name = "history_" + UUID.randomUUID().toString().replace("-", "");
    return switch (this) {
      case H2_FILE -> DatabaseAddress.file(folder.resolve(name));
      case H2_MEMORY -> DatabaseAddress.memory(name);
      case POSTGRESQL -> Server.create(name);
    };
  }

  /** One server for all tests of this JVM; its own hook stops it. */
  private static final class Server {

    private static @Nullable EmbeddedPostgres running;

    static synchronized DatabaseAddress create(String name) {
      EmbeddedPostgres server = running == null ? start() : running;
      running = server;
      new JdbcTemplate(server.getPostgresDatabase()).execute("CREATE DATABASE " + name);
      return DatabaseAddress.server(
          server.getJdbcUrl("postgres", name), "postgres", Secret.of("postgres"));
    }

    private static EmbeddedPostgres start() {
      try {
        return unlessMissing(EmbeddedPostgres::start);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** No binaries for this machine: a pity on a laptop, a failure in CI. */
  static <T> T unlessMissing(ServerStart<T> server) throws IOException {
    try {
      return server.start();
    } catch (IllegalStateException missing) {
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw missing;
      }
      return abort("no PostgreSQL here: " + missing.getMessage());
    }
  }

  /** How a server is started. */
  interface ServerStart<T> {

    T start() throws IOException;
  }
}
