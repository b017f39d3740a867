/** When targets are in maintenance, by request and by the settings. */
@NullMarked
package io.goldenpath.maintenance;

import org.jspecify.annotations.NullMarked;
