/** The only package with client sockets: every read has a deadline, every buffer a bound. */
@NullMarked
package io.goldenpath.wire;

import org.jspecify.annotations.NullMarked;
