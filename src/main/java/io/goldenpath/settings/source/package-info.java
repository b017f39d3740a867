/**
 * Files, environment and mounts in which settings are written, and the values as they stand there.
 */
@NullMarked
package io.goldenpath.settings.source;

import org.jspecify.annotations.NullMarked;
