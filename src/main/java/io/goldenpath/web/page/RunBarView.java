package io.goldenpath.web.page;

/**
 * One run as a bar.
 *
 * @param href Its page.
 * @param title What a pointer that rests on it is told.
 * @param outcome Its outcome, which chooses colour and pattern.
 * @param x Left edge.
 * @param y Upper edge.
 * @param height How long it took, beside the others.
 */
record RunBarView(String href, String title, String outcome, int x, int y, int height) {}
