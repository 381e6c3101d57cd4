/** What an article source is: files and folders, their formats, and how bytes become documents. Pure Java; no Spring, no database. */
@NullMarked
package io.ghirbal.ingest.source;

import org.jspecify.annotations.NullMarked;
