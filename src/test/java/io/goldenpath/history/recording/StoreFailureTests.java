package io.goldenpath.history.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class StoreFailureTests {

  @Test
  void tellsWhatTheServerSaidOfItselfInOneLine() {
    assertThat(
            text(new SQLException("Connection refused.\nHint: …", new ConnectException("ECONN"))))
        .isEqualTo("Connection refused.");
  }

  @Test
  void tellsOfAFullDiskRatherThanOfBytes() {
    MVStoreException file = new MVStoreException(2, "Writing failed; length 8192 at 36864");
    file.initCause(new ExecutionException(new IOException("No space left on device")));

    assertThat(text(new SQLException("General error", file))).isEqualTo("No space left on device");
  }

  @Test
  void tellsWhatIsKnown() {
    assertThat(StoreFailure.text(new IllegalStateException("pool closed")))
        .isEqualTo("pool closed");
    assertThat(StoreFailure.text(new IllegalStateException())).contains("IllegalState");
  }

  private static String text(SQLException failure) {
    return StoreFailure.text(new DataAccessResourceFailureException("write", failure));
  }
}
