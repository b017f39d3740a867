package io.goldenpath.history.recording;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** What went wrong with the database, in one line for a person. */
final class StoreFailure {

  private StoreFailure() {}

  static String text(Throwable failure) {
    List<SQLException> ofDatabase = causes(failure, SQLException.class);
    if (ofDatabase.stream()
        .anyMatch(sql -> sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1)) {
      return "another process has it open; each monitor needs a goldenpath.data of its own";
    }
    Throwable told =
        ofDatabase.isEmpty()
            ? NestedExceptionUtils.getMostSpecificCause(failure)
            : ofDatabase.getLast();
    return line(ofFile(failure).orElse(told));
  }

  /** What befell H2's file, such as a full disk; H2 itself tells how many bytes it wrote where. */
  private static Optional<Throwable> ofFile(Throwable failure) {
    return causes(failure, MVStoreException.class).isEmpty()
        ? Optional.empty()
        : causes(failure, IOException.class).stream().map(Throwable.class::cast).findFirst();
  }

  private static String line(Throwable told) {
    String message = told.getMessage();
    return message == null ? told.toString() : message.lines().findFirst().orElse(message);
  }

  private static <T extends Throwable> List<T> causes(Throwable failure, Class<T> type) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Whether it was the entries' fault, so that the same write would fail again. */
  static boolean ofEntries(RuntimeException failure) {
    return failure instanceof DataIntegrityViolationException
        || !(failure instanceof DataAccessException || failure instanceof TransactionException);
  }
}
