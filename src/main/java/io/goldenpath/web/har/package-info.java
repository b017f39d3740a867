/** Runs as HTTP archives (HAR 1.2), as Chromium's network panel writes and opens them. */
@NullMarked
package io.goldenpath.web.har;

import org.jspecify.annotations.NullMarked;
