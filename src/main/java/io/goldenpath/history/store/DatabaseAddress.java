package io.goldenpath.history.store;

import io.goldenpath.model.target.Secret;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the history's database is, and as whom to open it.
 *
 * @param embeddedFile File of H2 without its suffix; null where there is none.
 */
public record DatabaseAddress(
    String url, String username, Secret password, @Nullable Path embeddedFile) {

  private static final String H2 = "jdbc:h2:";
  private static final String H2_USER = "sa";

  /** What makes H2 take the SQL that PostgreSQL takes; whoever opens it also closes it. */
  private static final String H2_OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;WRITE_DELAY=200;TRACE_LEVEL_FILE=0";

  /** H2 in the file of this name, to which H2 adds {@code .mv.db}. */
  public static DatabaseAddress file(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return new DatabaseAddress(
        H2 + "file:" + absolute + H2_OPTIONS, H2_USER, Secret.of(""), absolute);
  }

  /** H2 in memory, gone when it is closed. */
  public static DatabaseAddress memory(String name) {
    return new DatabaseAddress(H2 + "mem:" + name + H2_OPTIONS, H2_USER, Secret.of(""), null);
  }

  public static DatabaseAddress server(String url, String username, Secret password) {
    return new DatabaseAddress(url, username, password, null);
  }

  /** Empty where the database is no file of ours. */
  public Optional<Path> file() {
    return Optional.ofNullable(embeddedFile);
  }

  /** The setting that changes it. */
  public String setting() {
    return embeddedFile == null ? "spring.datasource.url" : "goldenpath.data";
  }

  /** Whether what is written is there at the next start. */
  public boolean outlivesProcess() {
    return !embedded() || embeddedFile != null;
  }

  boolean embedded() {
    return url.startsWith(H2);
  }

  /** Without parameters, among which may be a password. */
  @Override
  public String toString() {
    return url.replaceFirst("[?;].*", "");
  }
}
