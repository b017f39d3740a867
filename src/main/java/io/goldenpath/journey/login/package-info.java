/** Logging in: calls, cookies, captures, tokens and their reuse. */
@NullMarked
package io.goldenpath.journey.login;

import org.jspecify.annotations.NullMarked;
