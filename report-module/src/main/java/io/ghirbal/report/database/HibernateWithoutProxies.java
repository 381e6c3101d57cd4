package io.ghirbal.report.database;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Has Hibernate work with the entities as they are written, without classes made by Byte Buddy at each start: a library of 4.7 MB and a
 * tenth of the start for proxies that nothing here asks for. An association to one entity is therefore read with its owner, lazy or not;
 * collections may be lazy. Hibernate finds this class by {@code META-INF/services}.
 */
public final class HibernateWithoutProxies implements ServiceContributor {
    @Override
    public void contribute(StandardServiceRegistryBuilder services) {
        services.addService(BytecodeProvider.class, new BytecodeProviderImpl());
    }
}
