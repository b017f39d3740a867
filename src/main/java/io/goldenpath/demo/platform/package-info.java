/** The demo agent platform as a server: login, sockets, and orders to misbehave. */
@NullMarked
package io.goldenpath.demo.platform;

import org.jspecify.annotations.NullMarked;
