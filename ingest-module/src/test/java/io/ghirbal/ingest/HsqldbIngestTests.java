package io.ghirbal.ingest;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:hsqldb:mem:ingest;hsqldb.tx=mvcc")
class HsqldbIngestTests extends IngestTests {}
