package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.DemoUser;
import org.jspecify.annotations.Nullable;

/** Decision on who is let in; without a refusal, the user is. */
public record Admission(DemoUser user, @Nullable RefusalReason refusal) {}
