/** A platform with Spring's STOMP broker, watched over real sockets. */
@NullMarked
package io.goldenpath.platforms.stomp;

import org.jspecify.annotations.NullMarked;
