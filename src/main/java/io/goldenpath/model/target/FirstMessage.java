package io.goldenpath.model.target;

import org.jspecify.annotations.Nullable;

/**
 * The message that brings the token once the socket is open.
 *
 * @param after The frame that asks for it; null to send it at once.
 * @param refused The frame that says no; null where the dialect's own errors will do.
 */
public record FirstMessage(
    Secret template, @Nullable Condition after, @Nullable Condition refused) {}
