/** The packaged command: how it finds its Java, its own folder and its AOT cache. */
@NullMarked
package io.goldenpath.launcher;

import org.jspecify.annotations.NullMarked;
