/** Finished runs on their way into the store, apart from the threads that run them. */
@NullMarked
package io.goldenpath.history.recording;

import org.jspecify.annotations.NullMarked;
