/** What is said on a connection in a described dialect. */
@NullMarked
package io.goldenpath.dialect.conversation;

import org.jspecify.annotations.NullMarked;
