/** HTTP requests of a run, as they are kept. */
@NullMarked
package io.goldenpath.model.http;

import org.jspecify.annotations.NullMarked;
