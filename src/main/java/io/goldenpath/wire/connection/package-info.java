/** From a URL to an open channel: name, TCP, proxy, TLS, each phase timed. */
@NullMarked
package io.goldenpath.wire.connection;

import org.jspecify.annotations.NullMarked;
