//- with: react
import { useState } from 'react';

interface Photo {
  id: string;
  album: string;
}

const FORMATS = ['jpg', 'png', 'gif', 'webp'];

export function Albums({ photos }: { photos: Photo[] }) {
  const albums: string[] = [];
  for (const photo of photos) {
    if (!albums.includes(photo.album)) albums.push(photo.album); //! list-as-set 💡 O(photos²)
  }
  return <ul>{albums.map((album) => <li key={album}>{album}</li>)}</ul>;
}

export function Names({ photos }: { photos: Photo[] }) {
  return (
    <ul>
      {/*! list-as-set 💡 */}
      {photos.map((photo) => photo.album).filter((album, index, all) => all.indexOf(album) === index).map((album) => (
        <li key={album}>{album}</li>
      ))}
    </ul>
  );
}

export function Upload({ extension }: { extension: string }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]); //= one toggle per click
  return <button disabled={!FORMATS.includes(extension)} onClick={() => toggle(extension)} />; //= four literals
}
