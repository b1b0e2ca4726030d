package nl.leerspoor.platform.eventstore;

import java.sql.Types;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;

/** Maps Axon's {@code @Lob} columns to {@code bytea}; as large objects they would never be cleaned up. */
public final class ByteaTypes implements TypeContributor {

    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry registry) {
        contributions
                .getTypeConfiguration()
                .getJdbcTypeRegistry()
                .addDescriptor(Types.BLOB, VarbinaryJdbcType.INSTANCE);
    }
}
