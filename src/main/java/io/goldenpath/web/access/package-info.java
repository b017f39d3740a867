/** Access rule for requests that start something, and the headers of every response. */
@NullMarked
package io.goldenpath.web.access;

import org.jspecify.annotations.NullMarked;
