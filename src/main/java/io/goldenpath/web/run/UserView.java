package io.goldenpath.web.run;

import io.goldenpath.model.run.UserRun;
import io.goldenpath.web.page.StripView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One user's part of a run.
 *
 * @param open Whether it is shown without being asked for.
 */
record UserView(
    int slot,
    StripView strip,
    TimelineView timeline,
    TranscriptView transcript,
    Connection connection,
    boolean open) {

  /**
   * Where the user was connected to, and under which ids.
   *
   * @param address Null where there was no connection.
   */
  record Connection(@Nullable String address, List<WireId> ids) {

    static final Connection NONE = new Connection(null, List.of());

    static Connection of(UserRun user) {
      return new Connection(user.connectPhases().address(), WireId.of(user));
    }

    public boolean known() {
      return address != null || !ids.isEmpty();
    }
  }
}
