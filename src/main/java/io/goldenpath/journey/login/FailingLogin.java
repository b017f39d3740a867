package io.goldenpath.journey.login;

import java.time.Instant;

/** An account's logins fail: since when, and how the last of them did. */
public record FailingLogin(Instant since, LoginResult.Failure last) {}
