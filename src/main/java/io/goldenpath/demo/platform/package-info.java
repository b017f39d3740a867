/** The demo agent platform as a server: login, sockets, and faults with names to switch on. */
@NullMarked
package io.goldenpath.demo.platform;

import org.jspecify.annotations.NullMarked;
