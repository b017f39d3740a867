package io.goldenpath.history.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Database file that H2 cannot read any more. */
public final class DamagedDatabase {

  private static final Set<Integer> OF_DATABASE =
      Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1);
  private static final Set<Integer> OF_FILE =
      Set.of(
          DataUtils.ERROR_FILE_CORRUPT,
          DataUtils.ERROR_UNSUPPORTED_FORMAT,
          DataUtils.ERROR_CHUNK_NOT_FOUND);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String SUFFIX = ".mv.db";

  private DamagedDatabase() {}

  /** Whether that is why something failed. */
  public static boolean causes(Throwable failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause ->
            (cause instanceof SQLException sql && OF_DATABASE.contains(sql.getErrorCode()))
                || (cause instanceof MVStoreException file
                    && OF_FILE.contains(file.getErrorCode())));
  }

  /** Renames the file, so that a new one can begin; gives its new place. */
  public static Path setAside(Path file, Instant now) {
    Path damaged = Path.of(file + SUFFIX);
    Path aside = Path.of(file + "-damaged-" + TIME.format(now) + SUFFIX);
    try {
      return Files.move(damaged, aside);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
