package io.ghirbal.report.retention;

import org.springframework.data.repository.Repository;

/** Keeps purges. */
interface PurgeRepository extends Repository<PurgeEntry, Long> {
    /** Enters a purge, in the transaction that does it. */
    PurgeEntry save(PurgeEntry purge);
}
