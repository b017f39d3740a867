package io.goldenpath.demo.user;

import org.jspecify.annotations.Nullable;

/** Whether a connection is let in: where it is not, for this reason. */
public record Admission(DemoUser user, @Nullable RefusalReason refusal) {}
