/** From a name to an open connection: look-ups, and the race between the addresses of one name. */
@NullMarked
package io.goldenpath.wire.address;

import org.jspecify.annotations.NullMarked;
