/** What a browser's network log (HAR) holds: HTTP calls, and sockets frame by frame. */
@NullMarked
package io.goldenpath.har;

import org.jspecify.annotations.NullMarked;
