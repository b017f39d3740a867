/** HTTP requests, what they capture, and the variables that texts may use. */
@NullMarked
package io.goldenpath.settings.request;

import org.jspecify.annotations.NullMarked;
