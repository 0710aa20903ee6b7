import { Skeleton } from '../../../../_components/ui/skeleton';

export default function Loading() {
  return <Skeleton />;
}
