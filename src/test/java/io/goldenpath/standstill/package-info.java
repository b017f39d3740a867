/** Whether the whole monitor, cold or short of processor time, keeps its standstills to itself. */
@NullMarked
package io.goldenpath.standstill;

import org.jspecify.annotations.NullMarked;
