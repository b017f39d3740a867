/** What the commands print and write of runs. */
@NullMarked
package io.goldenpath.cli.report;

import org.jspecify.annotations.NullMarked;
