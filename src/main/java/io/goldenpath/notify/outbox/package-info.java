/** What is to be told and what has been told, in memory and in the history's database. */
@NullMarked
package io.goldenpath.notify.outbox;

import org.jspecify.annotations.NullMarked;
