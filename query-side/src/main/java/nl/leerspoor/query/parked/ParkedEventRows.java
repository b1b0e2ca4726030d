package nl.leerspoor.query.parked;

import java.util.List;
import nl.leerspoor.query.parked.ParkedEventsApi.Item;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Reads the parked events of a version on either side of a position, nearest first. */
interface ParkedEventRows extends Repository<ParkedEvent, ParkedEvent.Place> {

    List<Item> findByVersionAndPositionGreaterThanOrderByPosition(String version, long position, Limit limit);

    List<Item> findByVersionAndPositionLessThanOrderByPositionDesc(String version, long position, Limit limit);
}
