package io.goldenpath.history;

import io.goldenpath.probe.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another user whom a finding concerns. */
record OtherJson(int user, List<Integer> frames) {

  static @Nullable OtherJson ofNullable(Evidence.@Nullable Other other) {
    return other == null ? null : new OtherJson(other.slot(), other.frames());
  }
}
