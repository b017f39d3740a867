package io.goldenpath.history.store;

import io.goldenpath.model.target.Secret;
import java.nio.file.Path;

/** Where the history's database is, and as whom to open it. */
public record DatabaseAddress(String url, String username, Secret password) {

  private static final String H2 = "jdbc:h2:";

  /** What makes H2 take the SQL that PostgreSQL takes; whoever opens it also closes it. */
  private static final String H2_OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;WRITE_DELAY=200";

  /** H2 in the file of this name, to which H2 adds {@code .mv.db}. */
  public static DatabaseAddress file(Path file) {
    return h2("file:" + file.toAbsolutePath());
  }

  /** H2 in memory, gone when it is closed. */
  public static DatabaseAddress memory(String name) {
    return h2("mem:" + name);
  }

  private static DatabaseAddress h2(String place) {
    return new DatabaseAddress(H2 + place + H2_OPTIONS, "sa", Secret.of(""));
  }

  boolean embedded() {
    return url.startsWith(H2);
  }
}
