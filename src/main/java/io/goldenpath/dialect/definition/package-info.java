/** What a described dialect says, compiled: what is sent, and how each message is read. */
@NullMarked
package io.goldenpath.dialect.definition;

import org.jspecify.annotations.NullMarked;
