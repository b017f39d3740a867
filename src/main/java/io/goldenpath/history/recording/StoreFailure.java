package io.goldenpath.history.recording;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** What went wrong with the database, in one line for a person. */
final class StoreFailure {

  private StoreFailure() {}

  static String text(Throwable failure) {
    List<SQLException> causes =
        Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .toList();
    if (causes.stream().anyMatch(sql -> sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1)) {
      return "another process has it open; each monitor needs a goldenpath.data of its own";
    }
    Throwable told =
        causes.isEmpty() ? NestedExceptionUtils.getMostSpecificCause(failure) : causes.getLast();
    return String.valueOf(told.getMessage()).lines().findFirst().orElse(told.toString());
  }

  /** Whether it was the entries' fault, so that the same write would fail again. */
  static boolean ofEntries(RuntimeException failure) {
    return failure instanceof DataIntegrityViolationException
        || !(failure instanceof DataAccessException || failure instanceof TransactionException);
  }
}
