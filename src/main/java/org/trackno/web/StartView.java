package org.trackno.web;

/**
 * The start page.
 *
 * @param text what stands in the field
 * @param problem what was wrong with it; blank for nothing
 * @param advice what would be right
 */
record StartView(String text, String problem, String advice) {}
