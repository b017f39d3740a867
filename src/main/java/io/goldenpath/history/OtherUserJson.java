package io.goldenpath.history;

import io.goldenpath.model.finding.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another user whom a finding concerns. */
record OtherUserJson(int user, List<Integer> frames) {

  static @Nullable OtherUserJson ofNullable(Evidence.@Nullable OtherUser otherUser) {
    return otherUser == null ? null : new OtherUserJson(otherUser.slot(), otherUser.frames());
  }
}
