/** One HTTP request and its whole reply, up to a bound. */
@NullMarked
package io.goldenpath.wire.http;

import org.jspecify.annotations.NullMarked;
