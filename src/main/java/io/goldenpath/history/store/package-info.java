/** Runs, transcripts and aggregates in a database: H2 or PostgreSQL, by the same SQL. */
@NullMarked
package io.goldenpath.history.store;

import org.jspecify.annotations.NullMarked;
